package hostelry.client.remote;

import hostelry.api.Caller;
import hostelry.api.Jobs;

/** What can be done to a job. */
record RemoteJobs(Http http) implements Jobs {
    @Override
    public void cancel(Caller caller, String job) {
        http.call(caller, "POST", "/jobs/" + Http.piece(job) + "/cancel", out -> {
            out.start("action");
            out.end();
        });
    }
}
