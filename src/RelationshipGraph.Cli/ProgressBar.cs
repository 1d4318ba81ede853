using Spectre.Console;

namespace RelationshipGraph.Cli;

/// <summary>Shows on standard error how far a command has come, where somebody looks; else says nothing.</summary>
internal sealed class ProgressBar(Surroundings surroundings)
{
    /// <summary>Does the work and draws what it reports: a few words, and the part that is done, from 0 to 1, if known.</summary>
    public async Task<T> WhileAsync<T>(string title, Func<IProgress<(string Text, double? Part)>, Task<T>> work)
    {
        if (!surroundings.IsErrorTerminal)
        {
            return await work(new Silence());
        }

        var console = Screen.Of(surroundings.Error, isTerminal: true);
        return await console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask(Markup.Escape(title), maxValue: 1))));
    }

    private sealed class Silence : IProgress<(string Text, double? Part)>
    {
        public void Report((string Text, double? Part) value)
        {
        }
    }

    private sealed class Bar(ProgressTask task) : IProgress<(string Text, double? Part)>
    {
        public void Report((string Text, double? Part) value)
        {
            task.Description = Markup.Escape(value.Text);
            task.IsIndeterminate = value.Part is null;
            task.Value = value.Part ?? task.Value;
        }
    }
}
