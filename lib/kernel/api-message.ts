/**
 * What an operation reads of a request. A standard Request is one; the API server in front of Next makes a cheaper one of Node's
 * message.
 */
export type ApiRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Pick<Headers, "get">;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
  arrayBuffer(): Promise<ArrayBuffer>;
};

/** A response whose body is at hand, before it is a standard Response or is written to a socket. */
export type ResponseParts = { status: number; headers: Record<string, string>; body: string | null };

export const toResponse = ({ status, headers, body }: ResponseParts): Response =>
  new Response(body, { status, headers });
