/**
 * One suite for every node, whoever serves it and however it is called: {@link hostelry.node.tests.NodeContract}. What a node must do stands
 * there; here may come in whatever a node needs to be set up, and nothing of the engine.
 */
@NullMarked
package hostelry.node.tests;

import org.jspecify.annotations.NullMarked;
