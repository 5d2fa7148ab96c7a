import type { ReactNode } from "react";
import { DataProvider } from "@/components/layout/data-provider";

export default function DeskLayout({ children }: { children: ReactNode }) {
  return <DataProvider>{children}</DataProvider>;
}
