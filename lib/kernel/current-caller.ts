import type { Caller } from "./caller";
import { Problem } from "./errors";
import { resolveCaller } from "./resolve-caller";

/** The caller with current permissions (A5), or null if the session or the role has ended. */
export async function currentCaller(caller: Caller): Promise<Caller | null> {
  const { actor, session, organization, clock, ip, user_agent, request_id, reason } = caller;
  if (actor.type !== "user" || !session || !organization) return caller;
  try {
    return await resolveCaller(
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
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
