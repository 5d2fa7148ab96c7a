/** Reloads the page. Next's own reset() would render the failed answer of the server again. */
export const reloadPage = (): void => window.location.reload();
