import { generateKeyPairSync } from "node:crypto";
import http from "node:http";
import http2, { type ClientHttp2Session, type ServerHttp2Stream } from "node:http2";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { onTestFinished, vi } from "vitest";
import { type VendorAnswer, vendorServer } from "./vendor-server";

export type PushCall = { path: string; authorization: string; body: { message: Record<string, unknown> } };
export type PushAnswer = { status: number; headers?: Record<string, string>; body: unknown } | "silence" | "cut";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

export const serviceAccount = (project_id: string): string =>
  JSON.stringify({
    type: "service_account",
    project_id,
    client_email: `push@${project_id}.iam.gserviceaccount.com`,
    private_key: privateKey.export({ type: "pkcs8", format: "pem" }),
  });

/** Google's sign-in and Firebase, on this machine: over HTTP/2 as the SDK speaks it, without the encryption. */
export async function firebaseServer(
  answer: (call: PushCall) => PushAnswer,
  signIn: VendorAnswer = {
    status: 200,
    body: { access_token: "token-1", expires_in: 3600, token_type: "Bearer" },
  },
) {
  const calls: PushCall[] = [];
  const google = await vendorServer(() => signIn);
  const server = http2.createServer();
  server.on("stream", async (stream: ServerHttp2Stream, headers) => {
    stream.on("error", () => {});
    const call: PushCall = {
      path: String(headers[":path"]),
      authorization: String(headers.authorization),
      body: JSON.parse(await textOf(stream)),
    };
    calls.push(call);
    const given = answer(call);
    if (given === "silence") return;
    if (given === "cut") return stream.session?.destroy();
    stream.respond({ ":status": given.status, "content-type": "application/json", ...given.headers });
    stream.end(JSON.stringify(given.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const connect = http2.connect;
  const redirected = vi.spyOn(http2, "connect").mockImplementation((() => plainly(connect(url))) as typeof connect);
  onTestFinished(() => {
    redirected.mockRestore();
    server.close();
  });
  redirectHttps(google.url);
  return { calls, signIns: google.calls };
}

/** The SDK writes its scheme as "https:", with a colon that Google forgives and Node's own server does not. */
function plainly(session: ClientHttp2Session): ClientHttp2Session {
  const request = session.request.bind(session);
  session.request = (headers, options) => request({ ...headers, ":scheme": "http" }, options);
  return session;
}

async function textOf(stream: ServerHttp2Stream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** Takes what goes out over https to the given server, whatever host it names. */
function redirectHttps(url: string): void {
  const { port } = new URL(url);
  const detour = vi.spyOn(https, "request").mockImplementation(((target: URL | string, options, then) => {
    const { pathname, search } = new URL(target);
    return http.request(
      { ...options, agent: undefined, protocol: "http:", host: "127.0.0.1", port, path: pathname + search },
      then,
    );
  }) as typeof https.request);
  onTestFinished(() => void detour.mockRestore());
}
