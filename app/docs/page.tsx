import type { Metadata } from "next";
import { SwaggerReference } from "@/components/docs/swagger-reference";

export const metadata: Metadata = { title: "API reference" };

export default function DocsPage() {
  return (
    <main className="bg-white" data-theme="light">
      <h1 className="sr-only">API reference</h1>
      <SwaggerReference />
    </main>
  );
}
