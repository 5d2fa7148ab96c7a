import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { geist } from "@/components/layout/font";
import { ReloadOnRestore } from "@/components/layout/reload-on-restore";
import { themeAttributes, themeCookie, themeFrom } from "@/components/layout/theme";
import { pageCsrfToken } from "./page-caller";

export const metadata: Metadata = {
  title: { default: "FitFlow Pro", template: "%s · FitFlow Pro" },
  description: "Gym management software: members, memberships and check-in in one place.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeFrom((await cookies()).get(themeCookie)?.value);
  const csrf = await pageCsrfToken();
  return (
    <html lang="en" className={geist.variable} {...themeAttributes(theme)} suppressHydrationWarning>
      <head>{csrf ? <meta name="csrf-token" content={csrf} /> : null}</head>
      <body>
        <ReloadOnRestore />
        {children}
      </body>
    </html>
  );
}
