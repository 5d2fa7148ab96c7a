import type { Metadata } from "next";
import { RedocReference } from "@/components/docs/redoc-reference";

export const metadata: Metadata = { title: "API reference" };

export default function RedocPage() {
  return (
    <main className="bg-white" data-theme="light">
      <RedocReference />
    </main>
  );
}
