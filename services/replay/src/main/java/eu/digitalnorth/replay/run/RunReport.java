package eu.digitalnorth.replay.run;

/**
 * What came of a run.
 *
 * @param run id that the records have in {@link HeaderPolicy#RUN}
 * @param records how many were written
 * @param finished whether all were; else somebody stopped it
 */
public record RunReport(String run, long records, boolean finished) {}
