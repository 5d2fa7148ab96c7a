/** Next.js calls this once at server start, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env, isBuilding } = await import("@/lib/kernel/env");
  if (isBuilding()) return;
  const { startUp } = await import("@/lib/kernel/start-up");
  const { apiRoutes } = await import("@/app/api/route-table.generated");
  await startUp(apiRoutes);
  const { registerPayPages } = await import("@/lib/kernel/pay-pages");
  const { vendorsOfPage } = await import("@/lib/domain/gateways/connections");
  registerPayPages(vendorsOfPage);
  const { startJobs } = await import("@/inngest/start");
  startJobs();
  // In development, Next restarts the server and needs its own signal handlers.
  if (env().NODE_ENV === "development") return;
  const { enableGracefulShutdown } = await import("@/lib/kernel/graceful-shutdown");
  enableGracefulShutdown();
}
