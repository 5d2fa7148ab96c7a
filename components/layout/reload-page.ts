/** Reloads the page. The reset() of Next.js would render the failed server response again. */
export const reloadPage = (): void => window.location.reload();
