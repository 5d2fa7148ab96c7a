import type { Metadata } from "next";
import { SwaggerReference } from "@/components/docs/swagger-reference";

export const metadata: Metadata = { title: "API reference" };

/** Swagger UI renders its own `<main>`. */
export default function DocsPage() {
  return (
    <div className="bg-white" data-theme="light">
      <header className="sr-only">
        <h1>API reference</h1>
      </header>
      <SwaggerReference />
    </div>
  );
}
