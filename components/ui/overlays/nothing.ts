/**
 * Stands in for a dialog while its code loads (`loading` of next/dynamic). Without `loading`, the nearest Suspense boundary of the page
 * would hide its content meanwhile, and the focus would be lost.
 */
export const Nothing = () => null;
