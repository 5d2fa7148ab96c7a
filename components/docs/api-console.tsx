"use client";

import { useState } from "react";
import { DataProvider } from "@/components/layout/data-provider";
import { SwaggerReference } from "./swagger-reference";
import { type Token, TokenForm } from "./token-form";

interface ApiConsoleProps {
  tag: string;
  demo: { email: string; password: string } | null;
}

/** The reference with its token. The token remains while the reader changes the part of the API. */
export function ApiConsole({ tag, demo }: ApiConsoleProps) {
  const [token, setToken] = useState<Token | null>(null);
  return (
    <DataProvider>
      <TokenForm demo={demo} token={token} onToken={setToken} />
      <SwaggerReference key={`${tag} ${token?.access_token}`} tag={tag} access_token={token?.access_token ?? null} />
    </DataProvider>
  );
}
