import type { Caller } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { resolveCaller } from "@/lib/kernel/resolve-caller";

/** The caller with today's rights (A5), or null once the session has ended or the role is gone. */
export async function callerNow(caller: Caller): Promise<Caller | null> {
  const { actor, session, organization, clock, ip, user_agent, request_id, reason } = caller;
  if (actor.type !== "user" || !session || !organization) return caller;
  try {
    const now = await resolveCaller(
      {
        user_id: actor.id,
        family_id: session.family_id,
        session_version: session.version,
        surface: session.surface,
      },
      { id: organization.id },
      { ip, user_agent, request_id, reason },
      clock,
    );
    return now.permissions.has("occupancy.read") ? now : null;
  } catch (error) {
    // A database that is away for a moment says nothing about the session.
    return error instanceof Problem ? null : caller;
  }
}
