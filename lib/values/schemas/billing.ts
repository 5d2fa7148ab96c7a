import { z } from "zod";
import { creditSources, handMethods, paymentMethods } from "@/lib/values/billing";

export const handMethod = z.enum(handMethods, { error: "Choose how the money came" });
export const paymentMethod = z.enum(paymentMethods, { error: "Choose how the money came or goes" });
export const creditSource = z.enum(creditSources);
