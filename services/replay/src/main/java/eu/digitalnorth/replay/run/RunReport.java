package eu.digitalnorth.replay.run;

import java.util.Map;

/**
 * What came of a run.
 *
 * @param run id that the records have in {@link HeaderPolicy#RUN}
 * @param records how many were written
 * @param finished whether all were; else somebody stopped it
 * @param faults how many records had each kind of fault
 */
public record RunReport(String run, long records, boolean finished, Map<String, Long> faults) {}
