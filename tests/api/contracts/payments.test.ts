import { testContracts } from "@/tests/support/contracts/contract-tests";

testContracts("Payments", "Refunds", "Till");
