import { testContracts } from "@/tests/support/contracts/contract-tests";

testContracts("Plans", "Coupons", "Prices", "Memberships");
