import * as contracts from "@/lib/contracts/me/me";
import { operation } from "@/lib/kernel/operation";
import { readProfile } from "./read-profile";

export const getOwnProfile = operation(contracts.getOwnProfile, (ctx) => readProfile(ctx));
