/** Watches over the plan of the house: which bundle may import which; knows manifests and folders, never classes of the product. */
package hostelry.floors;
