/** The database could not be reached, or did not answer in time. */
export class DatabaseAway extends Error {
  constructor(
    cause: unknown,
    /** The COMMIT was sent and its answer was lost: the change may be there. */
    readonly may_be_stored = false,
  ) {
    super("The database does not answer", { cause });
    this.name = "DatabaseAway";
  }
}

/** Connection exceptions, shutdowns, too many connections, a session that the server ended. */
const serverCodes = /^(08\w{3}|57P0[1-5]|53300|25P03)$/;
const socketCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);
/** What the drivers say without a code. */
const driverWords =
  /^(Connection terminated|Query read timeout|timeout expired|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed) and is not queryable|Cannot use a pool after calling end)/;

/** True where the connection failed, false where the database answered with an error of the statement. */
export function isConnectionError(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = "code" in current && typeof current.code === "string" ? current.code : "";
    if (serverCodes.test(code) || socketCodes.has(code) || driverWords.test(current.message)) return true;
  }
  return false;
}

/** The driver refused to send it: the connection was known to be gone. */
export const wasNeverSent = (error: unknown): boolean =>
  error instanceof Error && error.message.endsWith("is not queryable");

export const isPoolTimeout = (error: unknown): boolean =>
  error instanceof Error && error.message === "timeout exceeded when trying to connect";
