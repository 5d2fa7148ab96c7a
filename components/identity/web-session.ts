import { ApiError } from "@/lib/client/api";
import { forgetPasses } from "@/lib/client/pass-cache";
import type { ErrorCode } from "@/lib/contracts/error-codes";

/** Creates the web session and its cookie. Throws ApiError. */
export async function signInOnWeb({ email, password }: { email: string; password: string }): Promise<void> {
  await post("/api/auth/callback/credentials", { email, password });
}

/** As signInOnWeb(), with the token of a sign-in link. */
export async function signInByLink(token: string): Promise<void> {
  await post("/api/auth/callback/link", { token });
}

export async function signOutOnWeb(): Promise<void> {
  await post("/api/auth/signout", {});
}

async function post(path: string, fields: Record<string, string>): Promise<void> {
  const unreachable = () =>
    new ApiError(0, "network", "The server cannot be reached. Check the connection and try again.");
  try {
    const { csrfToken } = (await (await fetch("/api/auth/csrf", { cache: "no-store" })).json()) as {
      csrfToken: string;
    };
    const response = await fetch(path, {
      method: "POST",
      body: new URLSearchParams({ ...fields, csrfToken, json: "true" }),
    });
    // Another person on the same phone must not see the pass of this one.
    if (response.ok) return await forgetPasses();
    throw await refusal(response);
  } catch (error) {
    throw error instanceof ApiError ? error : unreachable();
  }
}

async function refusal(response: Response): Promise<ApiError> {
  const document = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  return new ApiError(
    response.status,
    (document.code as ErrorCode) ?? "internal_error",
    typeof document.detail === "string" ? document.detail : "Something went wrong. Try again.",
    document.errors as { field: string; message: string }[] | undefined,
    document,
  );
}
