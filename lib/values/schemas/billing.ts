import { z } from "zod";
import { creditSources, paymentMethods } from "@/lib/values/billing";

export const paymentMethod = z.enum(paymentMethods, { error: "Choose how the money came or goes" });
export const creditSource = z.enum(creditSources);
