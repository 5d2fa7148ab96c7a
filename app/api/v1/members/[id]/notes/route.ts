import { createNote, listNotes } from "@/lib/domain/members";
import { route } from "@/lib/kernel/route";

export const GET = route(listNotes);
export const POST = route(createNote);
