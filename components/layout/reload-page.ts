/** Loads the page anew. Next's own reset() would draw the failed answer of the server once more. */
export const reloadPage = (): void => window.location.reload();
