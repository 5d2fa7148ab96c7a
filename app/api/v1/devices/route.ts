import { listDevices, registerDevice } from "@/lib/domain/messages/contacts";
import { route } from "@/lib/kernel/route";

export const GET = route(listDevices);
export const POST = route(registerDevice);
