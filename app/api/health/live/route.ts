import { alive } from "@/lib/kernel/health";

export const dynamic = "force-dynamic";

export const GET = (): Response => alive();
