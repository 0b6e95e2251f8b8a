/**
 * The integration tester's tool: records topics into portable bundles, shows them, replays them
 * elsewhere, and compares what came of it. A library, and the command {@code exchange replay}.
 */
package eu.digitalnorth.replay;
