import { EngineRefusal } from "@/lib/domain/billing/engine";

/** The code with which the engine refuses, or "accepted". */
export function codeOf(act: () => unknown): string {
  try {
    act();
    return "accepted";
  } catch (error) {
    if (error instanceof EngineRefusal) return error.code;
    throw error;
  }
}
