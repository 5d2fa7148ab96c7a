import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { neonConfig } from "@neondatabase/serverless";
import { WebSocketServer } from "ws";

/**
 * Lets the application reach the database of the test through Neon's driver: a WebSocket on the loopback interface that passes the
 * bytes on to PostgreSQL, as Neon's proxy does.
 */
const direct = new URL(process.env.DATABASE_URL ?? "");

const server = createServer();
new WebSocketServer({ server }).on("connection", (socket) => {
  const database = connect({ host: direct.hostname, port: Number(direct.port) });
  socket.on("message", (data: Buffer) => database.write(data));
  socket.on("close", () => database.destroy());
  socket.on("error", () => database.destroy());
  database.on("data", (data) => socket.send(data));
  database.on("close", () => socket.close());
  database.on("error", () => socket.terminate());
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
server.unref();

const { port } = server.address() as AddressInfo;
neonConfig.wsProxy = () => `127.0.0.1:${port}/v1`;
neonConfig.useSecureWebSocket = false;
neonConfig.pipelineConnect = false;
neonConfig.pipelineTLS = false;

/** The name selects the driver (db/client.ts). It is not resolved: the proxy above has the address. */
const through = new URL(direct);
through.hostname = "loopback.eu-central-1.aws.neon.tech";
process.env.DATABASE_URL = through.href;
