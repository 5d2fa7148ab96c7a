import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";
import { unreachable } from "@/lib/client/api";

/**
 * Validates with a schema that is loaded for the first validation. zod and the schemas are larger than most pages, and many visits
 * submit no form.
 */
export function schemaOnDemand<Values extends FieldValues, Output>(
  load: () => Promise<z.ZodType<Output, Values>>,
): Resolver<Values, unknown, Output> {
  return async (values, context, options) => {
    const loaded = await Promise.all([import("@hookform/resolvers/zod"), load()]).catch(() => null);
    if (!loaded) return { values: {}, errors: notLoaded() as FieldErrors<Values> };
    const [{ zodResolver }, schema] = loaded;
    return zodResolver(schema)(values, context, options);
  };
}

/** An error above the form. The next attempt loads again. */
const notLoaded = () => ({ root: { type: "network", message: unreachable().message } });
