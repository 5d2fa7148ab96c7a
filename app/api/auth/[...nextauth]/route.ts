import type { NextRequest } from "next/server";
import nextAuth from "next-auth";
import { newDeviceMark } from "@/lib/domain/identity";
import { requestFacts } from "@/lib/kernel/authenticate";
import { Problem } from "@/lib/kernel/errors";
import { clearSiteDataHeaders, problemResponse } from "@/lib/kernel/problem-response";
import { limitRejectedRequests } from "@/lib/kernel/rate-limit";
import { deviceCookie, isSameOrigin } from "@/lib/kernel/web-session";
import { type Outcome, optionsFor } from "./options";

type Context = { params: Promise<{ nextauth: string[] }> };

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  return withoutStore(await nextAuth(request, context, optionsFor(request, {})));
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const { request_id, ip } = requestFacts(request);
  if (!isSameOrigin(request)) {
    const refusal = await limitRejectedRequests(ip).then(
      () => new Problem("csrf_failed"),
      (error: unknown) => error,
    );
    return problemResponse(refusal, request_id, request.url);
  }
  const outcome: Outcome = {};
  const response: Response = await nextAuth(request, context, optionsFor(request, outcome));
  if (outcome.problem) return problemResponse(outcome.problem, request_id, request.url);
  if (outcome.opened) response.headers.append("set-cookie", deviceCookie(newDeviceMark(outcome.opened.user_id)));
  const { nextauth } = await context.params;
  if (nextauth[0] === "signout") response.headers.set("clear-site-data", clearSiteDataHeaders["clear-site-data"]);
  return withoutStore(response);
}

function withoutStore(response: Response): Response {
  response.headers.set("cache-control", "no-store");
  return response;
}
