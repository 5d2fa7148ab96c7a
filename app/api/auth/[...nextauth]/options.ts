import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { logout, openWebSession, openWebSessionByLink } from "@/lib/domain/identity";
import { requestFacts } from "@/lib/kernel/authenticate";
import { anonymousCaller } from "@/lib/kernel/caller";
import { systemClock } from "@/lib/kernel/clock";
import { isHttps } from "@/lib/kernel/env";
import { Problem } from "@/lib/kernel/errors";
import { log } from "@/lib/kernel/log";
import { resolveCaller } from "@/lib/kernel/resolve-caller";
import {
  cookieValue,
  deviceCookieName,
  hostCookieName,
  sessionCookieName,
  sessionSecret,
  type WebSession,
  webSessionLifetimeSeconds,
} from "@/lib/kernel/web-session";
import { sameSitePath } from "@/lib/values/same-site-path";

/** The result of one request, for the parts of the response that next-auth cannot build. */
export type Outcome = { opened?: WebSession; problem?: unknown };

/** Built per request, because sign-in records the client's IP address and user agent. */
export function optionsFor(request: Request, outcome: Outcome): NextAuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: webSessionLifetimeSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    useSecureCookies: isHttps(),
    cookies: {
      sessionToken: cookie(sessionCookieName()),
      csrfToken: cookie(hostCookieName("csrf")),
      callbackUrl: cookie(hostCookieName("callback")),
    },
    providers: [
      credentials({
        credentials: { email: {}, password: {} },
        async authorize(input) {
          return opened(
            outcome,
            openWebSession(anonymousCaller(requestFacts(request)), {
              email: input?.email ?? "",
              password: input?.password ?? "",
              device_mark: cookieValue(request.headers.get("cookie"), deviceCookieName()),
            }),
          );
        },
      }),
      credentials({
        id: "link",
        credentials: { token: {} },
        async authorize(input) {
          const caller = anonymousCaller(requestFacts(request));
          return opened(outcome, openWebSessionByLink(caller, { token: input?.token ?? "" }));
        },
      }),
    ],
    callbacks: {
      jwt: ({ token }) => (outcome.opened ? { ...outcome.opened } : token),
      // Pages read the user from the API. This response only shows that a session exists.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
        return new URL(sameSitePath(path) ?? "/", baseUrl).href;
      },
    },
    events: {
      async signOut({ token }) {
        // The session must end on the server as well, not only its cookie.
        await endSession(request, token as unknown as WebSession).catch((error: unknown) => {
          outcome.problem = error;
        });
      },
    },
    logger: {
      error: (code) => log().error({ code }, "next-auth"),
      warn: () => {},
      debug: () => {},
    },
  };
}

async function opened(outcome: Outcome, session: Promise<WebSession>): Promise<{ id: string } | null> {
  try {
    outcome.opened = await session;
    return { id: outcome.opened.user_id };
  } catch (error) {
    outcome.problem = error;
    return null;
  }
}

const cookie = (name: string) => ({
  name,
  options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isHttps() },
});

async function endSession(request: Request, session: WebSession): Promise<void> {
  try {
    const caller = await resolveCaller({ ...session, surface: "web" }, null, requestFacts(request), systemClock);
    await logout(caller, {});
  } catch (error) {
    // The session has already ended.
    if (!(error instanceof Problem && error.code === "token_expired")) throw error;
  }
}
