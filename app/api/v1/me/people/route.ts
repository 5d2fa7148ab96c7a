import { listOwnPeople, showOwnPerson } from "@/lib/domain/me";
import { route } from "@/lib/kernel/route";

export const GET = route(listOwnPeople);
export const POST = route(showOwnPerson);
