import { z } from "zod";
import { currencyCodes } from "@/lib/values/currency";

export const currencyCode = z.enum(currencyCodes, { error: "Choose a currency by its ISO 4217 code, as USD or INR" });
