import type { IncomingMessage } from "node:http";

const accepted = {
  br: /(^|,)\s*(br|\*)\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[^,]*)?(,|$)/,
  gzip: /(^|,)\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[^,]*)?(,|$)/,
};

/** Whether Accept-Encoding names the encoding or `*`, without a weight of zero. */
export const acceptsEncoding = ({ headers }: IncomingMessage, encoding: keyof typeof accepted): boolean =>
  accepted[encoding].test(String(headers["accept-encoding"] ?? ""));
