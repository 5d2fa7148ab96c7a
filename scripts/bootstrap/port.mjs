import { createServer } from "node:net";

/**
 * Binds the port briefly to check it. Port 0 finds a free one.
 *
 * @param {number} port
 * @returns {Promise<number>}
 */
function take(port, host = "127.0.0.1") {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === "object" ? address.port : port));
    });
  });
}

/** @returns {Promise<number>} */
export function freePort() {
  return take(0);
}

/** @param {number} port */
export async function portIsFree(port) {
  return take(port).then(
    () => true,
    () => false,
  );
}

/**
 * @param {number} port
 * @param {string} command the command, for the error message
 */
export async function checkPortIsFree(port, command) {
  try {
    await take(port);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    const other = `PORT=${port < 1024 ? 3000 : port + 1} ${command}`;
    if (code === "EACCES") throw new Error(`This user may not open port ${port}. Choose one above 1023: ${other}`);
    if (code !== "EADDRINUSE") throw error;
    throw new Error(`Port ${port} is used by another program. Stop it, or choose another port: ${other}`);
  }
}
