package org.faceunlock.demo.cli;

import java.util.List;
import org.faceunlock.cli.CommandProvider;

/** The commands of the workshop: rendered people, training, measuring. */
public final class WorkshopCommands implements CommandProvider {

    @Override
    public List<Class<?>> commands() {
        return List.of(PeopleCommand.class, TrainCommand.class, BenchCommand.class);
    }
}
