import { NextRequest } from "next/server";
import { afterEach, expect, test, vi } from "vitest";

async function atPublicUrl(url: string) {
  vi.resetModules();
  vi.stubEnv("PUBLIC_URL", url);
  const [{ proxy }, { GET }, session] = await Promise.all([
    import("@/proxy"),
    import("@/app/api/v1/auth/me/route"),
    import("@/lib/kernel/web-session"),
  ]);
  return { proxy, GET, session };
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

const directives = (response: Response) =>
  Object.fromEntries(
    (response.headers.get("content-security-policy") ?? "").split("; ").map((part) => {
      const [name = "", ...values] = part.split(" ");
      return [name, values];
    }),
  );

test("every page names the scripts it runs by a nonce of its own and allows nothing inline, foreign or framed", async () => {
  const { proxy } = await atPublicUrl("http://127.0.0.1:3000");
  const page = () => proxy(new NextRequest("http://127.0.0.1:3000/manage/iron-temple"));
  const [one, two] = [directives(await page()), directives(await page())];
  const scripts = one["script-src"] ?? [];
  expect(scripts[1]).toMatch(/^'nonce-[A-Za-z0-9+/]{22}=='$/);
  expect([scripts[0], ...scripts.slice(2)]).toEqual(["'self'", "'strict-dynamic'"]);
  expect(two["script-src"]?.[1]).not.toBe(scripts[1]);
  const { "script-src": _, ...rest } = one;
  expect(rest).toEqual({
    "default-src": ["'self'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "worker-src": ["'self'", "blob:"],
    "object-src": ["'none'"],
    "base-uri": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  });
});

test("only the desk may use the camera and WebAssembly", async () => {
  const { proxy } = await atPublicUrl("http://127.0.0.1:3000");
  const desk = await proxy(new NextRequest("http://127.0.0.1:3000/desk/iron-temple"));
  const other = await proxy(new NextRequest("http://127.0.0.1:3000/desktop"));
  expect(directives(desk)["script-src"]).toContain("'wasm-unsafe-eval'");
  expect(desk.headers.get("permissions-policy")).toContain("camera=(self)");
  expect(directives(other)["script-src"]).not.toContain("'wasm-unsafe-eval'");
  expect(other.headers.get("permissions-policy")).toContain("camera=()");
});

test("only a member's pages may call where browsers register for push messages", async () => {
  const { proxy } = await atPublicUrl("http://127.0.0.1:3000");
  const at = async (path: string) =>
    directives(await proxy(new NextRequest(`http://127.0.0.1:3000${path}`)))["connect-src"];
  expect(await at("/me/iron-temple/you")).toEqual([
    "'self'",
    "https://firebaseinstallations.googleapis.com",
    "https://fcmregistrations.googleapis.com",
  ]);
  expect(await at("/menu")).toEqual(["'self'"]);
});

test("pages forbid sniffing and framing, send little in the referrer, and are not cached for a signed-in user", async () => {
  const { proxy, session } = await atPublicUrl("http://127.0.0.1:3000");
  const cookie = `${session.sessionCookieName()}=anything`;
  const { headers } = await proxy(new NextRequest("http://127.0.0.1:3000/me/iron-temple", { headers: { cookie } }));
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
  expect(headers.get("cache-control")).toBe("no-store");
});

test("a client cannot give a page another path or nonce than its own", async () => {
  const { proxy } = await atPublicUrl("http://127.0.0.1:3000");
  const forged = { "x-path": "/platform", "x-nonce": "known", "content-security-policy": "script-src *" };
  const { headers } = await proxy(new NextRequest("http://127.0.0.1:3000/sign-in?next=%2Fme", { headers: forged }));
  expect(headers.get("x-middleware-request-x-path")).toBe("/sign-in?next=%2Fme");
  expect(headers.get("x-middleware-request-x-nonce")).not.toBe("known");
  expect(headers.get("x-middleware-request-content-security-policy")).toBe(headers.get("content-security-policy"));
});

test("where the public address is https, http is sent there and https stays for two years", async () => {
  const { proxy, GET, session } = await atPublicUrl("https://gym.example");
  const over = (proto: string) => ({ headers: { "x-forwarded-proto": proto } });
  const moved = await proxy(new NextRequest("http://10.0.0.7:3000/sign-in?next=%2Fme", over("http")));
  expect([moved.status, moved.headers.get("location")]).toEqual([308, "https://gym.example/sign-in?next=%2Fme"]);
  const strange = await proxy(new NextRequest("http://10.0.0.7:3000//evil.example/x", over("http")));
  expect(strange.headers.get("location")).toBe("https://gym.example/");
  const called = await GET(new Request("http://10.0.0.7:3000/api/v1/auth/me", over("http")));
  expect([called.status, called.headers.get("location")]).toEqual([308, "https://gym.example/api/v1/auth/me"]);
  const stays = await proxy(new NextRequest("http://10.0.0.7:3000/sign-in", over("https")));
  expect([stays.status, stays.headers.get("strict-transport-security")]).toEqual([200, "max-age=63072000"]);
  expect((await proxy(new NextRequest("http://10.0.0.7:3000/api/health/live", over("http")))).status).toBe(200);
  expect(session.sessionCookieName()).toBe("__Host-fitflow.session");
  expect(session.deviceCookie("mark")).toMatch(
    /^__Host-fitflow\.device=mark; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/,
  );
});

test("over plain http nothing is moved and no cookie claims to be secure", async () => {
  const { proxy, session } = await atPublicUrl("http://127.0.0.1:3000");
  const response = await proxy(new NextRequest("http://127.0.0.1:3000/", { headers: { "x-forwarded-proto": "http" } }));
  expect([response.status, response.headers.get("strict-transport-security")]).toEqual([200, null]);
  expect(session.deviceCookie("mark")).not.toContain("Secure");
});
