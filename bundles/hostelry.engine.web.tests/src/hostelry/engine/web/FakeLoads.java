package hostelry.engine.web;

import hostelry.api.Caller;
import hostelry.api.LoadHistory;
import hostelry.api.LoadHistory.Series;
import hostelry.api.Loads;
import hostelry.model.Host;
import hostelry.model.Vm;
import java.util.List;

/** Loads for the door's tests: a gap, and two values. */
record FakeLoads(FakeEngine engine) implements Loads {
    static final LoadHistory TOLD = new LoadHistory(1_800_000_000_000L, 10,
            List.of(new Series("cpu", "percent", List.of(Double.NaN, 12.5, 50.0)), new Series("load", "", List.of(Double.NaN, 0.5, 1.0))));

    @Override
    public LoadHistory host(Caller caller, String host) {
        engine.get(caller, Host.class, host);
        return TOLD;
    }

    @Override
    public LoadHistory vm(Caller caller, String vm) {
        engine.get(caller, Vm.class, vm);
        return TOLD;
    }
}
