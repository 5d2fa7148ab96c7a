import { z } from "zod";
import { E164 } from "@/lib/values/phone";

export const phoneNumber = z
  .string()
  .trim()
  .regex(E164, { error: "Write the number with its country prefix, as +14155550132" });
