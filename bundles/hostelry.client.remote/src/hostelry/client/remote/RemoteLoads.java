package hostelry.client.remote;

import hostelry.api.Caller;
import hostelry.api.LoadHistory;
import hostelry.api.Loads;
import hostelry.wire.Records;

/** Loads of the last hour. */
record RemoteLoads(Http http) implements Loads {
    @Override
    public LoadHistory host(Caller caller, String host) {
        return Records.read(http.get(caller, "/hosts/" + Http.piece(host) + "/load"), LoadHistory.class);
    }

    @Override
    public LoadHistory vm(Caller caller, String vm) {
        return Records.read(http.get(caller, "/vms/" + Http.piece(vm) + "/load"), LoadHistory.class);
    }
}
