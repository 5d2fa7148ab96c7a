import { readSignInLink, sendSignInLink } from "@/lib/domain/identity";
import { route } from "@/lib/kernel/route";

export const GET = route(readSignInLink);
export const POST = route(sendSignInLink);
