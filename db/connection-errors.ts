/** The database is unreachable or did not respond in time. */
export class DatabaseUnavailable extends Error {
  constructor(
    cause: unknown,
    /** The COMMIT was sent and its response was lost. The change may be committed. */
    readonly may_be_committed = false,
  ) {
    super("The database does not respond", { cause });
    this.name = "DatabaseUnavailable";
  }
}

/** SQLSTATE of connection exceptions, shutdowns, too many connections and terminated sessions. */
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
/** Driver errors that have no code. */
const driverMessages =
  /^(Connection terminated|Query read timeout|timeout expired|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed) and is not queryable|Cannot use a pool after calling end)/;

/** True for a failed connection. False for an error of the statement. */
export function isConnectionError(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = "code" in current && typeof current.code === "string" ? current.code : "";
    if (serverCodes.test(code) || socketCodes.has(code) || driverMessages.test(current.message)) return true;
  }
  return false;
}

/** The driver did not send the query, because the connection was already closed. */
export const wasNeverSent = (error: unknown): boolean =>
  error instanceof Error && error.message.endsWith("is not queryable");

export const isPoolTimeout = (error: unknown): boolean =>
  error instanceof Error && error.message === "timeout exceeded when trying to connect";
