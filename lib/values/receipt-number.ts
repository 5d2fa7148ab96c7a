/** A receipt names its payment or refund. It is no numbered document, so the end of the id is enough. */
export const receiptNumber = (id: string): string => `RC-${id.replaceAll("-", "").slice(-8).toUpperCase()}`;
