package hostelry.client.remote;

import hostelry.api.Caller;
import hostelry.api.Jobs;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Entity;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Step;
import hostelry.wire.Decor;
import hostelry.wire.Tree;

/** What can be done to jobs. */
record RemoteJobs(Http http, Nouns nouns) implements Jobs {
    private static String job(String id) {
        return "/jobs/" + Http.piece(id);
    }

    private static String step(String job, String step) {
        return job(job) + "/steps/" + Http.piece(step);
    }

    @Override
    public void cancel(Caller caller, String job) {
        http.call(caller, "POST", job(job) + "/cancel", action(null));
    }

    @Override
    public Job begin(Caller caller, Job described) {
        return nouns.read(http.call(caller, "POST", "/jobs", whole(described)), Job.class);
    }

    @Override
    public Job end(Caller caller, String job, JobStatus outcome) {
        http.call(caller, "POST", job(job) + "/end", action(outcome));
        return nouns.read(http.get(caller, job(job)), Job.class);
    }

    @Override
    public void clear(Caller caller, String job) {
        http.call(caller, "POST", job(job) + "/clear", action(null));
    }

    @Override
    public Step beginStep(Caller caller, Step described) {
        return nouns.read(http.call(caller, "POST", job(described.getJob()) + "/steps", whole(described)), Step.class);
    }

    /** The door wants to know of which job it is, so that is looked up first. */
    @Override
    public Step endStep(Caller caller, String step, JobStatus outcome) {
        for (Tree job : http.get(caller, "/jobs?follow=steps").all("job")) {
            if (job.all("steps", "step").stream().anyMatch(one -> step.equals(one.value("id").orElse("")))) {
                String id = job.value("id").orElseThrow();
                http.call(caller, "POST", step(id, step) + "/end", action(outcome));
                return nouns.read(http.get(caller, step(id, step)), Step.class);
            }
        }
        throw new Refusal(Problem.notFound("step", step));
    }

    private Body whole(Entity object) {
        return out -> nouns.wire().write(out, object, Decor.BARE, true);
    }

    private static Body action(@org.jspecify.annotations.Nullable JobStatus outcome) {
        return out -> {
            out.start("action");
            if (outcome != null) {
                out.text("status", outcome.getLiteral());
            }
            out.end();
        };
    }
}
