/** What can only be seen with the engine's bundles running together in a framework; what a plain test can show has no place here. */
package hostelry.engine.tests;
