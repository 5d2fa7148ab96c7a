import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { authenticatePage } from "@/lib/kernel/authenticate";
import type { Caller } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { csrfToken, readWebSession } from "@/lib/kernel/web-session";

async function requestOfPage(): Promise<Request> {
  const incoming = await headers();
  return new Request(`http://localhost${incoming.get("x-path") ?? "/"}`, { headers: new Headers(incoming) });
}

/** The caller of a page of the gym in the URL. Redirects visitors to sign-in; answers 404 to users without a role in the gym. */
export const pageCaller = cache(async (slug: string): Promise<Caller> => {
  const request = await requestOfPage();
  const caller = await authenticatePage(request, { slug }).catch(hideProblem);
  if (caller.actor.type === "anonymous") redirect(signInAddress(request));
  return caller;
});

/** The signed-in user, without an organization. Redirects visitors to sign-in. */
export const personCaller = cache(async (): Promise<Caller> => {
  const request = await requestOfPage();
  const caller = await authenticatePage(request, null).catch(hideProblem);
  if (caller.actor.type === "anonymous") redirect(signInAddress(request));
  return caller;
});

/** The caller of a public page, signed in or anonymous. */
export const visitorCaller = cache(async (): Promise<Caller> => authenticatePage(await requestOfPage(), null));

/** The CSRF token for the page's head, where lib/client/api.ts reads it for every write. Null for visitors. */
export const pageCsrfToken = cache(async (): Promise<string | null> => {
  const session = await readWebSession((await headers()).get("cookie"));
  return session && csrfToken(session);
});

const signInAddress = (request: Request) => `/sign-in?next=${encodeURIComponent(new URL(request.url).pathname)}`;

function hideProblem(error: unknown): never {
  if (error instanceof Problem && error.code === "not_found") notFound();
  throw error;
}
