/** Build tool that writes the Java classes of the model from its Ecore; nothing of it may reach a product. */
package hostelry.emfgen;
