/** One contract for both ways to an engine, on the simulation; what one way alone can do has no place here. */
package hostelry.client.tests;
