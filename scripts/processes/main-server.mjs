import http from "node:http";

/**
 * The first server that this process creates, once it exists. A process that only runs jobs does not open its port: what it serves
 * is reached by its own port alone.
 *
 * @param {{ listens: boolean }} options
 * @returns {() => http.Server | undefined}
 */
export function captureServer({ listens }) {
  /** @type {http.Server | undefined} */
  let main;
  const create = http.createServer;
  http.createServer = /** @type {typeof create} */ (
    (/** @type {any[]} */ ...parts) => {
      http.createServer = create;
      main = /** @type {http.Server} */ (Reflect.apply(create, http, parts));
      if (!listens) keepClosed(main);
      return main;
    }
  );
  return () => main;
}

/** @param {http.Server} server */
function keepClosed(server) {
  server.listen = /** @type {typeof server.listen} */ (
    () => {
      setImmediate(() => server.emit("listening"));
      return server;
    }
  );
  server.address = () => ({ address: "127.0.0.1", family: "IPv4", port: Number(process.env.PORT || 3000) });
}
